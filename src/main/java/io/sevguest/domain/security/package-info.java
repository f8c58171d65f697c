/**
 * The launch security of a guest: its element in all syntaxes, its fields, and findings about them.
 * Must not know certificates.
 */
package io.sevguest.domain.security;

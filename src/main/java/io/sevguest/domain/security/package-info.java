/**
 * The launch security of a guest: its element in all spellings, its fields, and what is wrong with
 * them. Knows no certificate.
 */
package io.sevguest.domain.security;

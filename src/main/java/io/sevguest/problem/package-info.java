/**
 * A problem outside this program: what is wrong, where, and how to fix it. Knows no other package.
 */
package io.sevguest.problem;

/**
 * The diagnosis of a mismatch: tries the likely mistakes and names those that explain it. Knows
 * formats, guests and machines, but starts nothing and shows nothing.
 */
package io.sevguest.diagnosis;

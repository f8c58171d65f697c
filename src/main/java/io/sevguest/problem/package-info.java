/**
 * What went wrong in the world outside, told as what, where and how to mend it. Knows nobody else.
 */
package io.sevguest.problem;

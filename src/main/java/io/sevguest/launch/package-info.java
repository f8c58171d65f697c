/**
 * A launch on this machine: its plan, its files and its obstacles. Starts nothing and knows no
 * window.
 */
package io.sevguest.launch;

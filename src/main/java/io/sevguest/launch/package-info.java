/**
 * What a launch on this machine takes: its plan, its files and its obstacles. Starts nothing and
 * knows no window.
 */
package io.sevguest.launch;

/**
 * Says what is wrong with a guest: one table of rules, which the window, the command line, a launch
 * and the launch parameters all ask. Pure: reads no file and asks no machine; what is known of
 * those is given to it.
 */
package io.sevguest.readiness;

/**
 * What the program remembers on disk: preferences, recent files, the window's place, unsaved
 * documents, notes on sessions, its log. Knows no window.
 */
package io.sevguest.state;

/** The user's preferences on disk. Knows no guest. */
package io.sevguest.state.preferences;

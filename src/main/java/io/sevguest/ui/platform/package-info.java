/**
 * The page for a platform: its certificates, and their chain as a picture. Must not know the
 * window.
 */
package io.sevguest.ui.platform;

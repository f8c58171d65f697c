/** The page on a platform: its certificates, their chain as a picture. Knows no window. */
package io.sevguest.ui.platform;

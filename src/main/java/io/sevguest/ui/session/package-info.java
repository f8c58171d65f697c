/** Making a session and handing over launch parameters. Knows no preview. */
package io.sevguest.ui.session;

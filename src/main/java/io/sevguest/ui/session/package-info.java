/** Making a session and handing over launch parameters. Knows no page. */
package io.sevguest.ui.session;

/** What a guest owner hands over to start a guest: the session blob. Knows no file and no guest. */
package io.sevguest.session;

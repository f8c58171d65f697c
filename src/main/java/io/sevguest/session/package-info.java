/**
 * A guest owner's sessions: the keys, how they are wrapped for one platform and bound to one
 * policy, and the session blob. Knows no file and no guest.
 */
package io.sevguest.session;

/** The guest owner's commands that create sessions and bundles. Knows no launch. */
package io.sevguest.cli.owner;

/** The guest owner's commands that make sessions and bundles. Knows no launch. */
package io.sevguest.cli.owner;

/** The guest owner's commands that check measurements and make secrets. Knows no launch. */
package io.sevguest.cli.owner.measurement;

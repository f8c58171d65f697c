/** The guest owner's commands that check measurements and create secrets. Knows no launch. */
package io.sevguest.cli.owner.measurement;

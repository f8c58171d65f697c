/** What several commands read: values of options, and files. Prints nothing. */
package io.sevguest.cli.option;

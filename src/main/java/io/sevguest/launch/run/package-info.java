/** A guest that is being started or is running, until its end. Knows no window and no terminal. */
package io.sevguest.launch.run;

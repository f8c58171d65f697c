package io.sevguest.ui.manual;

/**
 * One page of the manual.
 *
 * @param chapter the title of the menu that lists it
 * @param title its name in that menu
 * @param name its file below the manual's folder without the suffix, such as {@code
 *     pages/launch-security}
 */
record ManualPage(String chapter, String title, String name) {
    /** Returns the file of the page below the manual's folder. */
    String file() {
        return name + ".md";
    }
}

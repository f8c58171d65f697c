package io.sevguest.cli.output;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as the jar's manifest tells it. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "sevguest " + text(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
        };
    }

    /** The version number; the classes of a build that is not packed have none. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}

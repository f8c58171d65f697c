package io.sevguest.ui.window;

import io.sevguest.ui.launch.LaunchPage;
import io.sevguest.ui.page.GuestPage;
import io.sevguest.ui.theme.Icons;
import java.util.List;
import java.util.Set;

/** The pages of the window, in their order. */
final class Pages {
    private Pages() {}

    static List<PageEntry> of(WindowParts parts) {
        return List.of(
                new PageEntry(
                        "guest",
                        Icons.PAGE_GUEST,
                        Set.of("guest"),
                        () -> new GuestPage(parts.guest(), parts.focus(), parts.texts())),
                new PageEntry(
                        "launch",
                        Icons.PAGE_LAUNCH,
                        Set.of("launch"),
                        () ->
                                new LaunchPage(
                                        parts.machine(),
                                        parts.run(),
                                        parts.tasks(),
                                        parts.texts())));
    }
}

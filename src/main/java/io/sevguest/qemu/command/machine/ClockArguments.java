package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;

/** The real-time clock, and what happens when the guest reboots, sleeps or hangs. */
public final class ClockArguments {
    private final CommandDraft draft;

    public ClockArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        clock();
        events();
        sleep("suspend-to-mem", "disable_s3");
        sleep("suspend-to-disk", "disable_s4");
    }

    private void clock() {
        Optional<Element> clock = draft.domain().at("clock");
        if (clock.isEmpty()) {
            draft.argument("-rtc", OptionText.empty().add("base", "utc"));
            return;
        }
        XmlPlace offset = XmlPlace.of(clock.get(), "offset");
        OptionText rtc = OptionText.empty();
        switch (offset.value()) {
            case "utc", "localtime" -> rtc.add("base", offset);
            default -> {
                draft.omit(offset, "The clock starts at the time of this machine in UTC.");
                rtc.add("base", "utc");
            }
        }
        rtc.from(XmlPlace.of(clock.get()));
        for (Element timer : clock.get().children("timer")) {
            switch (timer.attribute("name")) {
                case "rtc" -> ticks(rtc, timer);
                case "pit" -> lostTicks(timer);
                default -> {}
            }
        }
        draft.argument("-rtc", rtc);
    }

    private void ticks(OptionText rtc, Element timer) {
        XmlPlace policy = XmlPlace.of(timer, "tickpolicy");
        draft.neutral(timer, "name");
        switch (policy.value()) {
            case "catchup" -> rtc.add("driftfix", "slew", policy);
            case "delay" -> draft.neutral(timer, "tickpolicy");
            default -> {}
        }
        timer.child("catchup")
                .ifPresent(it -> draft.omit(it, "QEMU catches up at a pace of its own."));
    }

    private void lostTicks(Element timer) {
        XmlPlace policy = XmlPlace.of(timer, "tickpolicy");
        boolean known = policy.value().equals("delay") || policy.value().equals("discard");
        if (known && draft.isKvm()) {
            draft.neutral(timer, "name");
            draft.argument(
                    "-global",
                    OptionText.empty()
                            .add("driver", "kvm-pit")
                            .add("property", "lost_tick_policy")
                            .add("value", policy));
        } else {
            draft.omit(timer, "QEMU goes its own way with ticks of this timer that got lost.");
        }
    }

    private void events() {
        draft.domain()
                .at("on_poweroff")
                .ifPresent(it -> ended(it, "destroy", "QEMU ends when the guest powers off."));
        Optional<Element> reboot = draft.domain().at("on_reboot");
        if (reboot.isPresent() && reboot.get().text().equals("destroy")) {
            draft.flag("-no-reboot", XmlPlace.of(reboot.get()));
        } else {
            reboot.ifPresent(it -> ended(it, "restart", "QEMU starts the guest again."));
        }
        draft.domain()
                .at("on_crash")
                .ifPresent(it -> draft.omit(it, "libvirt handles crashes; QEMU does not."));
    }

    private void ended(Element event, String usual, String done) {
        if (event.text().equals(usual)) {
            draft.neutral(event);
        } else {
            draft.omit(event, done);
        }
    }

    private void sleep(String element, String property) {
        Optional<Element> sleep = draft.domain().at("pm/" + element);
        draft.domain().at("pm").ifPresent(it -> draft.neutral(it));
        if (sleep.isEmpty() || draft.machine() == MachineKind.OTHER) {
            return;
        }
        XmlPlace enabled = XmlPlace.of(sleep.get(), "enabled");
        draft.argument(
                "-global",
                OptionText.empty()
                        .add("driver", draft.machine() == MachineKind.Q35 ? "ICH9-LPC" : "PIIX4_PM")
                        .add("property", property)
                        .add("value", enabled.value().equals("yes") ? "0" : "1", enabled));
    }
}

package io.sevguest.ui.page;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;

/** The guest as such: its name, what it is for, memory and processors. */
public final class GuestPage extends FormPage implements Page {
    private static final Field<DomainXml, String> NAME =
            new Field<>(
                    "guest.name",
                    domain -> domain.textAt("name"),
                    (domain, name) -> domain.withTextAt("name", name));

    public GuestPage(GuestModel guest, FieldFocus focus, Texts texts) {
        super(guest, focus, texts);
        section("guest.section.identity");
        text(NAME);
        fill();
    }
}

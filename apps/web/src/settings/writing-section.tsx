import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { Select } from "@mantine/core";
import { useSession } from "../api/session.ts";
import { browserLocale, chooseLocale, chosenLocale, offeredLocales } from "../figures/locale.ts";
import { Section } from "../page/section.tsx";
import { writingSample } from "./writing-sample.ts";

const asBrowser = "browser";

/** Whose way of writing dates and amounts this device follows; the words stay as they are. */
export function WritingSection() {
  const { practice, today } = useSession();
  const chosen = chosenLocale();
  const names = new Intl.DisplayNames([i18n.locale === "pseudo" ? "en" : i18n.locale], {
    type: "language",
    languageDisplay: "standard",
  });
  const nameOf = (locale: string) => names.of(locale) ?? locale;
  const sampleOf = (locale: string) => writingSample(locale, today, 1_234_567, practice.currency);
  const browser = nameOf(browserLocale());
  const offered = chosen === null || offeredLocales.includes(chosen) ? offeredLocales : [...offeredLocales, chosen];
  const choices = offered
    .map((locale) => ({ value: locale, label: nameOf(locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale === "pseudo" ? "en" : i18n.locale));
  return (
    <Section title={t`Dates and figures`} note={t`How they are written on this device.`}>
      <Select
        label={t`Written as in`}
        description={sampleOf(chosen ?? browserLocale())}
        inputWrapperOrder={["label", "input", "description"]}
        maw={360}
        searchable
        allowDeselect={false}
        data={[{ value: asBrowser, label: t`As this browser: ${browser}` }, ...choices]}
        value={chosen ?? asBrowser}
        renderOption={({ option: { value, label } }) => (
          <span>
            {label}
            <span style={{ display: "block", color: "var(--mantine-color-dimmed)" }}>
              {sampleOf(value === asBrowser ? browserLocale() : value)}
            </span>
          </span>
        )}
        onChange={(value) => {
          if (value === null || value === (chosen ?? asBrowser)) return;
          chooseLocale(value === asBrowser ? null : value);
          // Texts are written once, when the page begins.
          location.reload();
        }}
      />
    </Section>
  );
}

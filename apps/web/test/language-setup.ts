import { i18n } from "@lingui/core";

// The texts of the source, written as Britain writes: `Mon 3 Nov`.
i18n.loadAndActivate({ locale: "en", locales: ["en-GB"], messages: {} });

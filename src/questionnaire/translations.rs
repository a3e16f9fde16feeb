//! Owns the texts of the built-in questionnaires in other languages, by the names of their files.

/// The translations: questionnaire and language, and the file.
pub(super) const BUILT_IN: [(&str, &str); 22] = [
    ("weekly.de", include_str!("../../questionnaires/weekly.de.toml")),
    ("pulse.de", include_str!("../../questionnaires/pulse.de.toml")),
    ("support.de", include_str!("../../questionnaires/support.de.toml")),
    ("emotional-safety.de", include_str!("../../questionnaires/emotional-safety.de.toml")),
    ("stigma.de", include_str!("../../questionnaires/stigma.de.toml")),
    ("teamwork.de", include_str!("../../questionnaires/teamwork.de.toml")),
    ("vicarious-resilience.de", include_str!("../../questionnaires/vicarious-resilience.de.toml")),
    ("self-care.de", include_str!("../../questionnaires/self-care.de.toml")),
    ("growth.de", include_str!("../../questionnaires/growth.de.toml")),
    ("strain.de", include_str!("../../questionnaires/strain.de.toml")),
    ("context.de", include_str!("../../questionnaires/context.de.toml")),
    ("weekly.es", include_str!("../../questionnaires/weekly.es.toml")),
    ("pulse.es", include_str!("../../questionnaires/pulse.es.toml")),
    ("support.es", include_str!("../../questionnaires/support.es.toml")),
    ("emotional-safety.es", include_str!("../../questionnaires/emotional-safety.es.toml")),
    ("stigma.es", include_str!("../../questionnaires/stigma.es.toml")),
    ("teamwork.es", include_str!("../../questionnaires/teamwork.es.toml")),
    ("vicarious-resilience.es", include_str!("../../questionnaires/vicarious-resilience.es.toml")),
    ("self-care.es", include_str!("../../questionnaires/self-care.es.toml")),
    ("growth.es", include_str!("../../questionnaires/growth.es.toml")),
    ("strain.es", include_str!("../../questionnaires/strain.es.toml")),
    ("context.es", include_str!("../../questionnaires/context.es.toml")),
];

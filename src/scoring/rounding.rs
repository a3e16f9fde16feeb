//! Owns how numbers are shown: one decimal, half to even. Stored values are never rounded.

/// Returns a value as shown: one decimal, half to even, without a minus before zero.
pub fn shown(value: f64) -> String {
    let text = format!("{value:.1}");
    if text == "-0.0" { "0.0".into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn halves_go_to_the_even_digit() {
        for (value, text) in
            [(0.25, "0.2"), (0.75, "0.8"), (6.25, "6.2"), (93.75, "93.8"), (100.0, "100.0")]
        {
            assert_eq!(shown(value), text);
        }
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(shown(-0.04), "0.0");
    }
}

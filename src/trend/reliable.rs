//! Owns the reliable change index: for one planned comparison, beside the verdict and never in its place.

/// From this size on the index calls a change reliable, for one planned comparison.
pub const RELIABLE: f64 = 1.96;

/// Returns the reliable change index of two scores: (after − before) / (SD · √2 · √(1 − reliability)).
///
/// `sd` and `reliability` are those published for the score, in its unit after `output`. Jacobson and
/// Truax (1991), with the √2 as corrected by Christensen and Mendoza (1986).
pub fn reliable_change_index(before: f64, after: f64, sd: f64, reliability: f64) -> f64 {
    (after - before) / (sd * std::f64::consts::SQRT_2 * (1.0 - reliability).sqrt())
}

#[cfg(test)]
mod tests {
    use super::reliable_change_index;

    #[test]
    fn by_hand() {
        // SD 7.5, r .80: standard error of the difference 7.5 · 1.41421 · 0.44721 = 4.74342.
        let index = reliable_change_index(47.5, 32.5, 7.5, 0.8);
        assert!((index + 15.0 / 4.743_416_5).abs() < 1e-6, "{index}");
    }
}

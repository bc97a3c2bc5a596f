//! Numbers by every door: doubles, singles and decimals are the points that their shortest text is, or none.
//!
//! Built without optimisation the test of every hundredth takes a sample and says so.

use std::thread;

use proptest::prelude::*;
use thuocdo::NumberFault::{self, OutOfRange, TooPrecise};
use thuocdo::Points;
use thuocdo::json::Number;

/// How far apart the hundredths lie that are tried; a prime, so that all endings come.
const STEP: usize = if cfg!(debug_assertions) { 997 } else { 1 };

/// The text of so many hundredths, with both decimals.
fn text(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn points(hundredths: u32) -> Points {
    Points::from_hundredths(hundredths).expect("in range")
}

/// The hundredth before.
fn down(points: Points) -> Points {
    points.saturating_sub(self::points(1))
}

/// Calls for every hundredth up to the last, on all processors.
fn every_hundredth(last: u32, check: impl Fn(u32) + Sync) {
    let workers = u32::try_from(thread::available_parallelism().map_or(1, usize::from)).expect("few");
    thread::scope(|scope| {
        for worker in 0..workers {
            let check = &check;
            scope.spawn(move || (worker..=last).step_by(usize::try_from(workers).expect("few") * STEP).for_each(check));
        }
    });
    println!("one hundredth in {STEP} up to {last}");
}

#[test]
fn the_nearest_double_is_taken_and_both_its_neighbours_are_too_precise() {
    every_hundredth(Points::MAX.hundredths(), |hundredths| {
        let double: f64 = text(hundredths).parse().expect("digits");
        assert_eq!(Points::from_f64(double), Ok(points(hundredths)), "{double:e}");
        // No other hundredth is so near.
        let above = if hundredths == Points::MAX.hundredths() { OutOfRange } else { TooPrecise };
        let below = if hundredths == 0 { OutOfRange } else { TooPrecise };
        assert_eq!(Points::from_f64(double.next_up()), Err(above), "above {double:e}");
        assert_eq!(Points::from_f64(double.next_down()), Err(below), "below {double:e}");
    });
}

#[test]
fn a_single_is_the_points_of_its_shortest_text() {
    // Beyond 2^17 there are singles between which more than one hundredth lies, and all are judged by their text.
    every_hundredth(14_000_000, |hundredths| {
        let single: f32 = text(hundredths).parse().expect("digits");
        for single in [single, single.next_up(), single.next_down()] {
            // Rust prints the shortest decimal that identifies it, and no exponent; of two as near it prints the upper one, others the even one.
            let text = single.to_string();
            let (read, shortest) = (Points::from_f32(single), text.parse::<Points>());
            assert_eq!(Number::from_f32(single).points(), read, "{text}");
            let even = (single * 8.0).rem_euclid(2.0).total_cmp(&1.0).is_eq() && read == shortest.map(down);
            assert!(read == shortest || even && read.is_ok_and(|points| points.to_string().parse() == Ok(single)), "{text}: {read:?}");
        }
    });
}

#[test]
fn floats_that_are_no_numbers_are_out_of_range() {
    for double in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, -f64::MIN_POSITIVE, 1e6_f64.next_up()] {
        assert_eq!(Points::from_f64(double), Err(OutOfRange), "{double:e}");
    }
    for single in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN, -f32::MIN_POSITIVE, 1e6_f32.next_up()] {
        assert_eq!(Points::from_f32(single), Err(OutOfRange), "{single:e}");
    }
    assert_eq!((Points::from_f64(f64::MIN_POSITIVE), Points::from_f32(f32::MIN_POSITIVE)), (Err(TooPrecise), Err(TooPrecise)));
    assert_eq!((Points::from_f64(-0.0), Points::from_f32(-0.0)), (Ok(Points::ZERO), Ok(Points::ZERO)));
}

#[test]
fn a_decimal_of_any_length_is_a_number() {
    let long = |digits: &str| digits.repeat(50);
    let cases = [
        ("-0", Ok(0)),
        ("0E-400", Ok(0)),
        ("0E+400", Ok(0)),
        ("1000000.00", Ok(100_000_000)),
        ("1E+6", Ok(100_000_000)),
        ("775E-1", Ok(7750)),
        (&format!("5.1{}", long("0")), Ok(510)),
        (&format!("{}5.1", long("0")), Ok(510)),
        (&format!("5.1{}1", long("0")), Err(TooPrecise)),
        (&format!("-0.{}1", long("0")), Err(OutOfRange)),
        (&format!("1000000.{}1", long("0")), Err(OutOfRange)),
        (&format!("999999.{}", long("9")), Err(TooPrecise)),
        (&long("9"), Err(OutOfRange)),
        ("1E-400", Err(TooPrecise)),
        ("-1E-99999999999999999999", Err(OutOfRange)),
        ("1E+99999999999999999999", Err(OutOfRange)),
    ];
    for (text, expected) in cases {
        assert_eq!(text.parse::<Number>().and_then(Number::points), expected.map(points), "{text}");
    }
    for text in ["", "-", "+1", ".5", "5.", "1e", "1e+", "1E1.0", "--1", "NaN", "Infinity", "1 ", "1_000"] {
        assert_eq!(text.parse::<Number>(), Err(NumberFault::NotANumber), "{text}");
    }
}

/// A decimal written out by hand: digits with a point before the last `scale` of them, or zeros behind.
fn written(mantissa: i128, scale: i8) -> String {
    let decimals = usize::try_from(scale).unwrap_or(0);
    let zeros = usize::try_from(-i32::from(scale)).unwrap_or(0);
    let digits = format!("{:0>width$}{:0<zeros$}", mantissa.unsigned_abs(), "", width = decimals + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    let number = format!("{whole}.{rest}");
    let number = number.trim_end_matches('0').trim_end_matches('.').trim_start_matches('0');
    let number = if number.is_empty() || number.starts_with('.') { format!("0{number}") } else { number.to_owned() };
    format!("{}{number}", if mantissa < 0 { "-" } else { "" })
}

/// Mantissas of every length, with and without zeros behind.
fn mantissas() -> impl Strategy<Value = i128> {
    (any::<i128>(), 0..39_u32, 0..20_u32).prop_map(|(any, cut, zeros)| {
        let short = any / 10_i128.pow(cut.min(38));
        short.checked_mul(10_i128.pow(zeros)).unwrap_or(short)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_decimal_is_what_its_digits_say(mantissa in mantissas(), scale in any::<i8>()) {
        let number = Number::from_decimal(mantissa, scale);
        prop_assert_eq!(number.to_string(), written(mantissa, scale));
        prop_assert_eq!(number.points(), written(mantissa, scale).parse::<Points>());
        prop_assert_eq!(number.count().is_some(), number.points().is_ok_and(|points| points.hundredths() % 100 == 0));
    }

    #[test]
    fn a_decimal_of_few_digits_is_the_same_by_text(mantissa in -10_000_000_000_i128..10_000_000_000, scale in 0..12_i8) {
        let number = Number::from_decimal(mantissa, scale);
        let scientific = format!("{mantissa}E{}", -scale);
        prop_assert_eq!(scientific.parse::<Number>(), Ok(number), "{}", scientific);
        prop_assert_eq!(written(mantissa, scale).parse::<Number>(), Ok(number));
        prop_assert_eq!(number.points(), written(mantissa, scale).parse::<Points>());
    }
}

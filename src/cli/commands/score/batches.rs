//! Owns how work is spread over threads: batches in, batches out, in the same order, few at a time.

use std::io::{self, Read};
use std::sync::mpsc::sync_channel;

/// How many bytes are read at once.
const BLOCK: usize = 64 * 1024;

/// Whole lines, the news that a line was too long to be held, or rows of a table.
#[derive(Debug, PartialEq)]
pub(super) enum Batch {
    /// Lines, each with its line break, except perhaps the last one of the input.
    Lines(Vec<u8>),
    /// One line longer than the limit, left out.
    TooLong,
    /// Rows of a table of answers.
    #[cfg(feature = "parquet")]
    Table(super::parquet::Table),
}

/// Cuts a stream into batches of whole lines. What one read brings goes on at once, so that a
/// process at the other end that waits for its answers gets them.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: R,
    /// The beginning of a line whose end has not come yet.
    rest: Vec<u8>,
    limit: usize,
    is_skipping: bool,
}

impl<R: Read> Lines<R> {
    /// Reads lines of at most `limit` bytes; a byte order mark is passed over.
    pub(super) fn new(input: R, limit: usize) -> io::Result<Self> {
        const MARK: &[u8] = b"\xef\xbb\xbf";
        let mut lines = Self { input, rest: Vec::new(), limit, is_skipping: false };
        while lines.rest.len() < MARK.len() && MARK.starts_with(&lines.rest) && lines.fill()? {}
        if lines.rest.starts_with(MARK) {
            lines.rest.drain(..MARK.len());
        }
        Ok(lines)
    }

    /// Returns the first line without its line break; `None` at the end of the input.
    pub(super) fn first(&mut self) -> io::Result<Option<Batch>> {
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                let after = self.rest.split_off(end + 1);
                return Ok(Some(Batch::Lines(std::mem::replace(&mut self.rest, after))));
            }
            if self.rest.len() > self.limit {
                return Ok(Some(Batch::TooLong));
            }
            if !self.fill()? {
                return Ok(self.last());
            }
        }
    }

    /// Returns the next batch; `None` at the end of the input.
    pub(super) fn next(&mut self) -> io::Result<Option<Batch>> {
        loop {
            if self.is_skipping {
                match self.rest.iter().position(|byte| *byte == b'\n') {
                    Some(end) => {
                        self.rest.drain(..=end);
                        self.is_skipping = false;
                    }
                    None => self.rest.clear(),
                }
            }
            if let Some(end) = self.rest.iter().rposition(|byte| *byte == b'\n') {
                let after = self.rest.split_off(end + 1);
                return Ok(Some(Batch::Lines(std::mem::replace(&mut self.rest, after))));
            }
            if self.rest.len() > self.limit {
                self.rest.clear();
                self.is_skipping = true;
                return Ok(Some(Batch::TooLong));
            }
            if !self.fill()? {
                return Ok(if self.is_skipping { None } else { self.last() });
            }
        }
    }

    /// Returns whether what was read so far begins with these bytes.
    pub(super) fn begins_with(&self, bytes: &[u8]) -> bool {
        self.rest.starts_with(bytes)
    }

    fn last(&mut self) -> Option<Batch> {
        (!self.rest.is_empty()).then(|| Batch::Lines(std::mem::take(&mut self.rest)))
    }

    /// Reads once; returns whether there was anything.
    fn fill(&mut self) -> io::Result<bool> {
        let before = self.rest.len();
        self.rest.resize(before + BLOCK, 0);
        let read = loop {
            match self.input.read(&mut self.rest[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.rest.truncate(before + read.as_ref().unwrap_or(&0));
        Ok(read? > 0)
    }
}

/// Takes each batch from `next` through a worker to `take`, in order. With one thread all is done in
/// it; with more, each has two batches under way at most, so memory is bounded by their number.
///
/// Batch `n` goes to worker `n` modulo `threads` and is taken from it in turn, so nothing is sorted.
/// An error on either side ends the whole; that of `take` is the one returned.
pub(super) fn in_order<B, D, E, W>(
    threads: usize,
    mut next: impl FnMut() -> Result<Option<B>, E>,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(D) -> Result<(), E> + Send,
) -> Result<(), E>
where
    B: Send,
    D: Send,
    E: Send,
    W: FnMut(B) -> D,
{
    if threads <= 1 {
        let mut work = worker();
        while let Some(batch) = next()? {
            take(work(batch))?;
        }
        return Ok(());
    }
    std::thread::scope(|scope| {
        let (mut to_workers, mut from_workers) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (give, batches) = sync_channel::<B>(1);
            let (hand_on, done) = sync_channel::<D>(1);
            to_workers.push(give);
            from_workers.push(done);
            let worker = &worker;
            scope.spawn(move || {
                let mut work = worker();
                while let Ok(batch) = batches.recv() {
                    if hand_on.send(work(batch)).is_err() {
                        break;
                    }
                }
            });
        }
        let taking = scope.spawn(move || {
            for turn in (0..threads).cycle() {
                match from_workers[turn].recv() {
                    Ok(done) => take(done)?,
                    Err(_) => break,
                }
            }
            Ok(())
        });
        // A worker that no longer listens means that the writing has failed.
        let mut give = |turn: usize| match next()? {
            Some(batch) => Ok(to_workers[turn].send(batch).is_ok()),
            None => Ok(false),
        };
        let turns = (0..threads).cycle();
        let read = turns.map(&mut give).find(|given| !matches!(given, Ok(true)));
        drop(to_workers);
        match taking.join() {
            Ok(taken) => taken.and(read.unwrap_or(Ok(true)).map(|_| ())),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes a read.
    struct Dribble<'a>(&'a [u8]);

    impl Read for Dribble<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let size = self.0.len().min(7).min(buffer.len());
            let (now, later) = self.0.split_at(size);
            buffer[..size].copy_from_slice(now);
            self.0 = later;
            Ok(size)
        }
    }

    fn all(text: &[u8], limit: usize) -> Vec<Batch> {
        let mut lines = Lines::new(Dribble(text), limit).unwrap();
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    #[test]
    fn lines_come_whole_and_none_is_lost() {
        let text = b"\xef\xbb\xbfone\ntwo two two\n\nthree, without a line break";
        let joined: Vec<u8> = all(text, 100)
            .into_iter()
            .flat_map(|batch| match batch {
                Batch::Lines(lines) => lines,
                Batch::TooLong => panic!("too long"),
                #[cfg(feature = "parquet")]
                Batch::Table(_) => panic!("a table"),
            })
            .collect();
        assert_eq!(joined, text[3..]);
    }

    #[test]
    fn a_line_past_the_limit_is_told_once_and_the_next_one_comes() {
        let text = format!("a\n{}\nb\n{}", "x".repeat(200), "y".repeat(200));
        let found = all(text.as_bytes(), 20);
        let lines = |text: &str| Batch::Lines(text.into());
        let too_long = found.iter().filter(|batch| **batch == Batch::TooLong).count();
        assert_eq!(too_long, 2);
        assert_eq!(found.first(), Some(&lines("a\n")));
        assert!(found.contains(&lines("b\n")), "{found:?}");
    }

    #[test]
    fn the_order_is_kept_with_any_number_of_threads() {
        for threads in [1, 2, 3, 8] {
            let mut numbers = 0..1_000;
            let mut taken = Vec::new();
            let done: Result<(), ()> = in_order(
                threads,
                || Ok(numbers.next()),
                || |n: i32| n * 2,
                |n| {
                    taken.push(n);
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            assert_eq!(taken, (0..1_000).map(|n| n * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_failed_writer_ends_an_endless_reader() {
        for threads in [1, 4] {
            let done = in_order(threads, || Ok(Some(1)), || |n: i32| n, |_| Err("full"));
            assert_eq!(done, Err("full"));
        }
    }
}

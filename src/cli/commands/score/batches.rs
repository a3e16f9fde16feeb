//! Owns how work is spread over threads: blocks of whole lines in, what became of them out, in the same order.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, Sender, channel};

use memchr::{memchr, memrchr};

/// How many bytes are read at once: hundreds of lines, so that handing on costs little, and few enough
/// that they stay in the cache of a core.
const BLOCK: usize = 256 * 1024;

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

impl Batch {
    /// Takes the memory of lines that have been worked on.
    pub(super) fn take_room(&mut self) -> Vec<u8> {
        if let Self::Lines(bytes) = self { std::mem::take(bytes) } else { Vec::new() }
    }
}

/// Cuts a stream into batches of whole lines. What one read brings goes on at once, so that a
/// process at the other end that waits for its answers gets them.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: R,
    /// What was read: to `end`, the beginning of a line whose end has not come yet; then room.
    rest: Vec<u8>,
    end: usize,
    limit: usize,
    is_skipping: bool,
}

impl<R: Read> Lines<R> {
    /// Reads lines of at most `limit` bytes; a byte order mark is passed over.
    pub(super) fn new(input: R, limit: usize) -> io::Result<Self> {
        const MARK: &[u8] = b"\xef\xbb\xbf";
        let mut lines = Self { input, rest: Vec::new(), end: 0, limit, is_skipping: false };
        while lines.end < MARK.len() && MARK.starts_with(lines.begun()) && lines.fill()? {}
        if lines.begins_with(MARK) {
            lines.pass(MARK.len());
        }
        Ok(lines)
    }

    /// Returns the first line with its line break; `None` at the end of the input.
    pub(super) fn first(&mut self) -> io::Result<Option<Batch>> {
        loop {
            if let Some(end) = memchr(b'\n', self.begun()) {
                return Ok(Some(self.cut(end + 1, Vec::new())));
            }
            if self.end > self.limit {
                return Ok(Some(Batch::TooLong));
            }
            if !self.fill()? {
                return Ok(self.last());
            }
        }
    }

    /// Returns the next batch; `None` at the end of the input. `room` is for what will be read later.
    pub(super) fn next(&mut self, room: Vec<u8>) -> io::Result<Option<Batch>> {
        loop {
            if self.is_skipping {
                let end = memchr(b'\n', self.begun());
                self.is_skipping = end.is_none();
                self.pass(end.map_or(self.end, |end| end + 1));
            }
            if let Some(end) = memrchr(b'\n', self.begun()) {
                return Ok(Some(self.cut(end + 1, room)));
            }
            if self.end > self.limit {
                self.end = 0;
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
        self.begun().starts_with(bytes)
    }

    fn begun(&self) -> &[u8] {
        &self.rest[..self.end]
    }

    /// Passes over what came first.
    fn pass(&mut self, length: usize) {
        self.rest.copy_within(length..self.end, 0);
        self.end -= length;
    }

    /// Cuts off whole lines; what comes after them is kept in `room`.
    fn cut(&mut self, length: usize, mut room: Vec<u8>) -> Batch {
        let after = &self.rest[length..self.end];
        room.resize(room.len().max(after.len()), 0);
        room[..after.len()].copy_from_slice(after);
        self.end = after.len();
        let mut lines = std::mem::replace(&mut self.rest, room);
        lines.truncate(length);
        Batch::Lines(lines)
    }

    fn last(&mut self) -> Option<Batch> {
        (self.end > 0).then(|| self.cut(self.end, Vec::new()))
    }

    /// Reads once; returns whether there was anything.
    fn fill(&mut self) -> io::Result<bool> {
        // Room that was used before is not zeroed again.
        self.rest.resize(self.rest.len().max(self.end + BLOCK), 0);
        let read = loop {
            match self.input.read(&mut self.rest[self.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.end += read;
        Ok(read > 0)
    }
}

/// Reads, works and writes in turn in every thread until `read` finds no more; what is written is in the
/// order of what was read. What a thread works with is its own, made by `new`, so memory is bounded by the
/// number of threads.
///
/// The right to read goes round from thread to thread, and so does the right to write: one thread at
/// most does each while the others work, and nothing is sorted. An error ends the whole once everything
/// that was read before it is written.
pub(super) fn in_order<S, E, R, W>(
    threads: usize,
    new: impl Fn() -> S + Sync,
    mut read: R,
    work: impl Fn(&mut S) + Sync,
    mut write: W,
) -> Result<(), E>
where
    E: Send,
    R: FnMut(&mut S) -> Result<bool, E> + Send,
    W: FnMut(&mut S) -> Result<(), E> + Send,
{
    let run = |(reading, next_reader): Link<&mut R>, (writing, next_writer): Link<&mut W>| {
        let mut own = new();
        while let Ok(read) = reading.recv() {
            let found = read(&mut own);
            // A neighbour that is gone, here and below, has failed or has seen the end.
            if let Ok(true) = found {
                let _ = next_reader.send(read);
                work(&mut own);
            }
            let Ok(write) = writing.recv() else { break };
            if !found? {
                break;
            }
            write(&mut own)?;
            let _ = next_writer.send(write);
        }
        Ok(())
    };
    let links = ring(threads, &mut read).zip(ring(threads, &mut write));
    std::thread::scope(|scope| {
        let run = &run;
        let running: Vec<_> =
            links.map(|(reading, writing)| scope.spawn(move || run(reading, writing))).collect();
        let ended = running.into_iter().map(|thread| match thread.join() {
            Ok(ended) => ended,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        ended.collect()
    })
}

/// Where a right comes from, and where it goes on to.
type Link<R> = (Receiver<R>, Sender<R>);

/// Links threads to a ring and gives a right to the first.
fn ring<R>(threads: usize, right: R) -> impl Iterator<Item = Link<R>> {
    let (mut senders, receivers): (Vec<_>, Vec<_>) = (0..threads).map(|_| channel()).unzip();
    senders[0].send(right).expect("its receiver is held here");
    senders.rotate_left(1);
    receivers.into_iter().zip(senders)
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
        std::iter::from_fn(|| lines.next(vec![b'\n'; 9]).unwrap()).collect()
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
                || 0,
                |own| Ok(numbers.next().map(|number| *own = number).is_some()),
                |own| *own *= 2,
                |own| {
                    taken.push(*own);
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
            let done = in_order(threads, || (), |()| Ok(true), |()| {}, |()| Err("full"));
            assert_eq!(done, Err("full"));
        }
    }

    #[test]
    fn what_was_read_before_a_failure_is_written() {
        for threads in [1, 2, 3, 8] {
            let mut numbers = 0..10;
            let mut taken = 0;
            let done = in_order(
                threads,
                || (),
                |()| numbers.next().map(|_| true).ok_or("gone"),
                |()| {},
                |()| {
                    taken += 1;
                    Ok(())
                },
            );
            assert_eq!((done, taken), (Err("gone"), 10));
        }
    }

    #[test]
    fn a_panic_in_one_thread_ends_all() {
        for threads in [1, 2, 4] {
            let mut numbers = 0..;
            let run = || {
                in_order(
                    threads,
                    || 0,
                    |own| Ok::<_, ()>(numbers.next().map(|number| *own = number).is_some()),
                    |own| assert!(*own < 9, "too many"),
                    |_| Ok(()),
                )
            };
            assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err());
        }
    }
}

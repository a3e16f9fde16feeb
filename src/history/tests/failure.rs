//! Tests of a disk that takes no more, and of files and folders that may not be written.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::super::error::HistoryError;
use super::*;

/// Where the child process of a test finds its folder.
const FOLDER: &str = "CHECKIN_TEST_FULL_FOLDER";

#[test]
fn failed_write_is_said_and_leaves_everything_as_it_was() {
    let fixture = Fixture::with_check_ins(0..3);
    fixture.store.start_draft(&draft(5), &[]).unwrap();
    // The file may grow by a few pages, as on a disk that is nearly full; the shell counts in 512 bytes.
    let blocks = fs::metadata(fixture.store.path()).unwrap().len() / 512 + 32;
    let status = Command::new("sh")
        .args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "history::tests::failure::child_that_cannot_write"])
        .env(FOLDER, fixture.folder())
        .status()
        .unwrap();
    assert!(status.success());
    assert_eq!(fixture.store.check_ins(&Query::default()).unwrap().len(), 4);
    assert_eq!(fixture.store.drafts().unwrap(), [draft(5)]);
}

#[test]
#[ignore = "is run as a child process by another test"]
fn child_that_cannot_write() {
    #[expect(clippy::disallowed_methods, reason = "the way in for a test's child process")]
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = Store::new(Path::new(&folder));
    store.finish(draft_id(4), &check_in(4), &[]).unwrap();
    let large = Some(Untrusted::new("x".repeat(200_000)));
    let large = CheckIn { note: large, ..check_in(5) };
    let content = Content::CheckIn(large.clone());
    for outcome in [
        store.finish(draft_id(5), &large, &[]).map(|_| ()),
        store.append(record_id(9), &content).map(|_| ()),
        store.edit(record_id(0), 0, &content).map(|_| ()),
    ] {
        assert!(matches!(outcome, Err(HistoryError::NotSaved(_))), "{outcome:?}");
    }
    assert_eq!(store.check_ins(&Query::default()).unwrap().len(), 4);
}

#[test]
fn file_and_folder_without_write_access_can_be_read() {
    if rustix::process::geteuid().is_root() {
        return; // Nothing is read-only for this account.
    }
    let fixture = Fixture::with_check_ins([0]);
    for (file, folder) in [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)] {
        fs::set_permissions(fixture.store.path(), fs::Permissions::from_mode(file)).unwrap();
        fs::set_permissions(fixture.folder(), fs::Permissions::from_mode(folder)).unwrap();
        assert_eq!(fixture.store.check_ins(&Query::default()).unwrap().len(), 1);
        let refused = fixture.store.append(record_id(1), &note(1, "x")).unwrap_err();
        let HistoryError::NotSaved(cause) = refused else { panic!("{refused:?}") };
        assert!(matches!(*cause, HistoryError::ReadOnly | HistoryError::NoAccess), "{cause:?}");
        fs::set_permissions(fixture.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    }
}

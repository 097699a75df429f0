//! How pages are drawn on Linux where there is no graphics card, as on thin clients and virtual machines.

use std::ffi::OsString;

use tauri::{
    Runtime, Webview,
    plugin::{Builder, TauriPlugin},
};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

/// The kernel's folder of graphics devices.
const CARDS: &str = "/dev/dri";

/// Has pages drawn by the processor alone where no card would do it: WebKit would have the processor play the card, which takes
/// seconds of preparation, a hundred megabytes, and longer for each frame.
pub(crate) fn plugin<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("drawing")
        .on_webview_ready(|webview: Webview<R>| {
            if has_card(devices()) {
                return;
            }
            // Without it, it is only slower.
            let _ = webview.with_webview(|platform| {
                if let Some(settings) = platform.inner().settings() {
                    settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
                }
            });
        })
        .build()
}

fn devices() -> impl Iterator<Item = OsString> {
    std::fs::read_dir(CARDS).into_iter().flatten().flatten().map(|entry| entry.file_name())
}

/// Whether a card can be drawn with: its device is called `renderD128` or so, `card0` is a screen's.
fn has_card(mut devices: impl Iterator<Item = OsString>) -> bool {
    devices.any(|name| name.to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_told_by_its_device() {
        let has = |names: &[&str]| has_card(names.iter().map(OsString::from));
        assert!(has(&["by-path", "card0", "renderD128"]));
        assert!(!has(&["by-path", "card0"]));
        assert!(!has(&[]));
    }
}

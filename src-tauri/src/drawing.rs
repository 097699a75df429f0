//! How pages are drawn on Linux where there is no graphics card, as on thin clients and virtual machines.

use std::path::Path;

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
            if has_card(Path::new(CARDS)) {
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

/// Whether a card can be drawn with: its device is called `renderD128` or so, `card0` is a screen's.
fn has_card(devices: &Path) -> bool {
    let names = std::fs::read_dir(devices).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.into_iter().any(|name| name.to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_told_by_its_device() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_card(&folder.path().join("none")));
        std::fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_card(folder.path()));
        std::fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_card(folder.path()));
    }
}

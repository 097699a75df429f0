//! An empty Tauri window: the floor that `cargo xtask measure` compares the desk with.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("src-tauri/examples/empty_window/tauri.conf.json"))
}

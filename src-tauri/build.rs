//! Hands Tauri its configuration, capabilities and permissions, all below `src-tauri/` though the package is the root.

use tauri_build::{AppManifest, Attributes};

fn main() {
    // The interface is embedded: a file more or less in it is a new program.
    println!("cargo::rerun-if-changed=ui/dist");
    let attributes = Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*"));
    if let Err(error) = tauri_build::try_build(attributes) {
        // Cargo shows what a build script prints before it fails.
        println!("cargo::error=tauri-build: {error:#}");
        std::process::exit(1);
    }
}

//! The command line binary; everything is in the library so that the desktop binary can answer as it too.
fn main() -> std::process::ExitCode {
    chancery_cli::run(std::env::args_os())
}

// The door to the desk. Nothing else in the interface imports @tauri-apps.
export { announce, onChange } from './changes';
export { call, type ArgsOf, type CommandName, type ResultOf } from './call';
export { CommandError, toCommandError } from './errors';
export { listenToShell, setWindowTitle } from './events';
export { chooseTarget, choosePaths } from './paths';
export { forgetAnswers, Query, query } from './query.svelte';

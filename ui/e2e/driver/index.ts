/** What specs and pages need of the driver. */

export { accessibilityFindings } from './axe';
export { cli, Desk, scratchFolder, type DeskOptions } from './desk';
export { Element, Session, WebDriverError, type Point, type RoleQuery } from './session';
export { sleep } from './child';

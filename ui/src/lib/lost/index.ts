// Passages whose words no longer stand in their article: they keep them, and their place is empty.
import type { Span } from '../text/positions';

export const isLost = ({ span }: { span: Span }): boolean => span.start === span.end;

//! Briefing to resolved document to DOCX, HTML and Markdown.

"""What the summary page of a batch says, facts in braces; failures and names of options come from elsewhere."""

TITLE = "Batch summary"
DONE = "Documents done"
FAILED = "Failed"
WAITING = "Files not done yet"
MISSING = "Inputs that are not there any more (their outputs stay)"
CHARACTERS = "Characters"
MENTIONS = "Mentions"
TIME = "Time of work"
RATE = "Documents per second"
LANGUAGE = "Documents in language {language}"
NONE_FOUND = "None was found."
NAMES = "Most frequent names"
NAMES_OF = "Most frequent names of {label}"
PER_DOCUMENT = "Mentions per document"
PER_DOCUMENT_OF = "Mentions of {label} per document"
IN_A_DOCUMENT = "mentions in a document"
DOCUMENTS = "documents"
SCORES = "Scores"
SCORES_OF = "Scores of {label}"
SCORE_FROM = "score from"
OF_MENTIONS = "mentions"
ALL_RUNS = "time of work, all runs together"
PER_SECOND = "documents/s"
THROUGHPUT = "Throughput"
FAILURES = "Failures"
NONE = "None."
FIRST_OF = "The first {shown} of {number}."
DOCUMENT = "Document"
WHY = "Why"
MADE_WITH = "Made with"
PROGRAM = "Program"
PACK = "Pack {pack} {version}"
DEFAULT = "default"
FORMATS = "Formats"
RUNS = "Runs"
FOOT = (
    "Made by CardioNER Desktop on {time}. A research and documentation aid, not a medical device. This page holds "
    "names of files and words of mentions: treat it as you treat the letters."
)
WORDS = (
    *(TITLE, DONE, FAILED, WAITING, MISSING, CHARACTERS, MENTIONS, TIME, RATE, LANGUAGE, NONE_FOUND, NAMES, NAMES_OF),
    *(PER_DOCUMENT, PER_DOCUMENT_OF, IN_A_DOCUMENT, DOCUMENTS, SCORES, SCORES_OF, SCORE_FROM, OF_MENTIONS, ALL_RUNS),
    *(PER_SECOND, THROUGHPUT, FAILURES, NONE, FIRST_OF, DOCUMENT, WHY, MADE_WITH, PROGRAM, PACK, DEFAULT, FORMATS),
    *(RUNS, FOOT),
)
"""All that is said."""

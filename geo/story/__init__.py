"""Stories: their files, their faults, their texts with computed numbers."""

from geo.story.faults import StoryFault
from geo.story.folder import fault_in_file, read_stories
from geo.story.numbers import FORMS, Reader
from geo.story.telling import check_story, meaning_faults
from geo.story.text import fill, written_form

__all__ = [
    "FORMS",
    "Reader",
    "StoryFault",
    "check_story",
    "fault_in_file",
    "fill",
    "meaning_faults",
    "read_stories",
    "written_form",
]

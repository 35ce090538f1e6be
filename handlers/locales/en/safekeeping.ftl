### Word to the owners about backups

no-backup-disk-full = There is no new backup: the disk for the backups is full. Please make room there. The older backups are as they were.
no-backup-folder = There is no new backup: the folder for backups cannot be written. Is its disk there? The older backups are as they were.
no-backup-database = There is no new backup: the database is damaged. Please keep the older backups safe, and have somebody look at it soon.
no-backup-keys = There is no new backup: the file of the keys cannot be read. Please have somebody look at it soon.
no-backup-keys-copy = The copy of the keys could not be written. Is its disk there? Without the keys, nobody can read a backup.
no-backup-doctor = Whoever looks after the computer can run “doorstep doctor”. It says what to do. You hear of this once a day until it works again.
age-hours = { $number ->
    [one] about one hour
   *[other] about { $number } hours
}
age-days = { $number ->
    [one] one day
   *[other] { $number } days
}
restored = The service was brought back from a backup. It goes on from { $moment }, which is { $age } ago. What came later is lost. Please check three things:
restored-check-claims = First, who helps whom. Requests that somebody took since then look as if nobody had. Others may be done by now. Ask in the groups, and look at /queue.
restored-check-cards = Second, the cards in the groups. Cards that came since then lead nowhere now. Whoever asked for that help has to ask again.
restored-check-people = Third, the people. Whoever wrote for the first time since then is not known. Tell them in the groups to write once more.
restored-quiet = Everybody who asked to be forgotten stays forgotten. No message from before is sent again. For two hours, nobody is reminded of anything, so that you can look first.

package org.firstfix.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.worktime.OfficialDays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Official notices as they are published: one file a year, {@code 2026.json}, with {@code year} and {@code days[name, date, isOffDay]}. */
final class OfficialNotices {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record Notice(int year, List<Day> days) {}

    private record Day(String name, LocalDate date, boolean isOffDay) {}

    private OfficialNotices() {}

    /** @throws Cli.Refused if the folder holds no notice, or one that cannot be read */
    static OfficialDays in(Path folder) {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "[0-9][0-9][0-9][0-9].json")) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new Cli.Refused("the folder of holidays " + folder + " cannot be read. Maybe it does not exist, or is no folder.");
        }
        if (files.isEmpty()) {
            throw new Cli.Refused("the folder of holidays " + folder + " holds no file such as 2026.json.");
        }
        return files.stream().map(OfficialNotices::read).reduce(OfficialDays::combinedWith).orElseThrow();
    }

    private static OfficialDays read(Path file) {
        Notice notice;
        try {
            notice = JSON.readValue(file.toFile(), Notice.class);
        } catch (JacksonException e) {
            throw new Cli.Refused(file + " is no official notice: " + e.getOriginalMessage());
        }
        Map<LocalDate, String> holidays = new HashMap<>();
        Map<LocalDate, String> makeUpDays = new HashMap<>();
        notice.days().forEach(day -> (day.isOffDay() ? holidays : makeUpDays).put(day.date(), day.name()));
        return new OfficialDays("China", holidays, makeUpDays, Set.of(notice.year()));
    }
}

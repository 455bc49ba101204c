package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.shard.CampaignResult;
import dev.halflife.sim.shard.ResultFile;
import java.util.Optional;

/** Results of campaigns out of files; complaints begin with the file's name. */
final class ResultSource {

    private ResultSource() {}

    /** Reads one. */
    static CampaignResult read(Source source) {
        try {
            return ResultFile.parse(source.bytes());
        } catch (MalformedInput e) {
            throw e.at(source.name());
        }
    }

    /** Throws where this version would not run the same campaign. */
    static void checkVersion(String name, CampaignResult result) {
        Optional<String> difference = result.id().difference(result.id().here());
        if (difference.isPresent()) {
            throw new MalformedInput(name + ": run by another version than this one: " + difference.get());
        }
    }
}

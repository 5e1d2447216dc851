package org.firstfix.demo.life;

import java.util.List;
import org.firstfix.asset.AssetId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.demo.scenery.District;

/**
 * A machine as its history needs it.
 *
 * @param trouble how much more often than others it fails
 * @param contacts who calls about it
 */
record Machine(AssetId id, String serial, String modelCode, String modelName, String family, String category, boolean important, double trouble,
        Site site) {
    /** @param dedicated whether the account belongs to the dedicated engineer */
    record Site(SiteId id, AccountId account, String accountNumber, String accountName, District district, District.Place place,
            List<Contact> contacts, boolean dedicated) {
        String branch() {
            return district.branch();
        }
    }

    record Contact(ContactId id, String name, String phone) {}
}

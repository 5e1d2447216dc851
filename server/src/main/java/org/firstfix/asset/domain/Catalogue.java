package org.firstfix.asset.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Models and parts that exist, for the whole house. */
public interface Catalogue {
    Optional<ProductModel> findModel(String code);

    Optional<ProductModel> findModelForChange(String code);

    void put(ProductModel model);

    Optional<Part> findPart(String number);

    Optional<Part> findPartForChange(String number);

    void put(Part part);

    /** A model of a maker; several models make a family, which shares its faults and its parts. */
    record ProductModel(String code, String family, String nameZh, String nameEn, String maker, String category,
            Optional<LocalDate> endOfService, int version) {}

    /** @param families it fits; empty for all */
    record Part(String number, String nameZh, String nameEn, String kind, List<String> families, int version) {}
}

select json_build_object('accessSeals', (
  select json_build_object('nodes', coalesce(json_agg(page$2."j$0" order by page$2."k$0" desc, page$2."k$1" desc), '[]'))
  from (
    select access_seal$1."sealed_at" as "k$0", access_seal$1.id as "k$1", (
      select row_to_json(record$3)
      from (
        select access_seal$1."agency_code" as "agencyCode", access_seal$1."officer" as "officer", access_seal$1."matter" as "matter", access_seal$1."legal_basis" as "legalBasis", access_seal$1."renewal" as "renewal", access_seal$1."sealed_at" as "sealedAt", access_seal$1."sealed_until" as "sealedUntil", access_seal$1."released_at" as "releasedAt", access_seal$1."released_by" as "releasedBy") record$3) as "j$0"
    from "access_seal" access_seal$1
    where true
    order by "k$0" desc, "k$1" desc
    limit 20) page$2 having true))

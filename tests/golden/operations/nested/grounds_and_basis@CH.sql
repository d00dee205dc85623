select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
    from (
      select listing$4."case_number" as "k$0", listing$4.id as "k$1", (
        select row_to_json(record$8)
        from (
          select listing$4."case_number" as "caseNumber", listing$4."grounds" as "grounds", listing$4."performance" as "performance", listing$4."obligation" as "obligation", listing$4."basis_number" as "basisNumber", listing$4."legal_representative" as "legalRepresentative", (
            select (
              select row_to_json(record$7)
              from (
                select subject$6."name" as "name") record$7)
            from "subject" subject$6
            where subject$6."id" = listing$4."subject_id" and subject$6.merged_into is null
            limit 1) as "subject") record$8) as "j$0"
      from "listing" listing$4
      where listing$4."subject_id" = subject$1."id" and listing$4."kind" in ('SX') and ((listing$4."kind" = 'SX')) and true
      order by "k$0", "k$1"
      limit 20) page$5 having true))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$4)
        from (
          select subject$2."id" as "$", values$3."v$0" as "id", values$3."v$1" as "name", values$3."v$2" as "idNumber") record$4) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$3."v$0" as "id", values$3."v$1" as "name") record$5) end
      from (
        select subject$2."id"::text as "v$0", subject$2."name" as "v$1", coalesce($1::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2" offset 0) values$3)
    from "subject" subject$2
    where subject$2.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$7)
      from (
        select licence$6."subject_id" as "$", licence$6."id"::text as "id") record$7)
    from "licence" licence$6
    where licence$6.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$9)
      from (
        select penalty$8."subject_id" as "$", penalty$8."id"::text as "id") record$9)
    from "penalty" penalty$8
    where penalty$8.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$11)
      from (
        select enforcement_case$10."subject_id" as "$", enforcement_case$10."id"::text as "id") record$11)
    from "enforcement_case" enforcement_case$10
    where enforcement_case$10.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$13)
      from (
        select case_party$12."subject_id" as "$", case_party$12."id"::text as "id") record$13)
    from "case_party" case_party$12
    where case_party$12.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$15)
      from (
        select terminated_case$14."subject_id" as "$", terminated_case$14."id"::text as "id") record$15)
    from "terminated_case" terminated_case$14
    where terminated_case$14.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$17)
      from (
        select performance_certificate$16."subject_id" as "$", performance_certificate$16."id"::text as "id") record$17)
    from "performance_certificate" performance_certificate$16
    where performance_certificate$16.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$19)
      from (
        select honest_listing$18."subject_id" as "$", honest_listing$18."id"::text as "id") record$19)
    from "honest_listing" honest_listing$18
    where honest_listing$18.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$21)
      from (
        select listing$20."subject_id" as "$", listing$20."id"::text as "id") record$21)
    from "listing" listing$20
    where listing$20.id = named$1.value and (listing$20."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$20."kind" in ('SERIOUS_DISHONESTY') and (((listing$20.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$20.state in ('REMOVED', 'REVOKED') or (listing$20.state = 'PUBLISHED' and not (listing$20.state = 'PUBLISHED' and (listing$20.term_ends_on is null or listing$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1), (
    select (
      select row_to_json(record$32)
      from (
        select former_name$22."subject_id" as "$", former_name$22."id"::text as "id") record$32)
    from "former_name" former_name$22
    where former_name$22.id = named$1.value and (((former_name$22.subject_kind <> 'NATURAL_PERSON')) or ((former_name$22.subject_kind = 'NATURAL_PERSON') and ((
      select rule$23.area_code
      from subject rule$23
      where rule$23.id = former_name$22.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$24
      where rule$24.subject_id = former_name$22.subject_id and (rule$24.court_code = any($3::text[]) or (
        select rule$28.area_code
        from subject rule$28
        where rule$28.id = former_name$22.subject_id) is null and rule$24.court_code = any(array(
        select rule$25.code
        from unnest($2::text[]) rule$30(code) join court rule$25 on rule$25.area_code between rule$30.code and rule$30.code || '~')))) or exists (
      select
      from listing rule$26
      where rule$26.subject_id = former_name$22.subject_id and (rule$26.court_code = any($3::text[]) or (
        select rule$29.area_code
        from subject rule$29
        where rule$29.id = former_name$22.subject_id) is null and rule$26.kind <> 'SERIOUS_DISHONESTY' and rule$26.state = 'PUBLISHED' and (rule$26.term_ends_on is null or rule$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$26.court_code = any(array(
        select rule$27.code
        from unnest($2::text[]) rule$31(code) join court rule$27 on rule$27.area_code between rule$31.code and rule$31.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(record$34)
      from (
        select responsible_person$33."subject_id" as "$", responsible_person$33."id"::text as "id") record$34)
    from "responsible_person" responsible_person$33
    where responsible_person$33.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$36)
      from (
        select agency$35."id"::text as "id") record$36)
    from "agency" agency$35
    where agency$35.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$38)
      from (
        select area$37."id"::text as "id") record$38)
    from "area" area$37
    where area$37.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$40)
      from (
        select court$39."id"::text as "id") record$40)
    from "court" court$39
    where court$39.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$42)
      from (
        select measure$41."id"::text as "id") record$42)
    from "measure" measure$41
    where measure$41.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$44)
      from (
        select screening$43."id"::text as "id") record$44)
    from "screening" screening$43
    where screening$43.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$46)
      from (
        select screening_item$45."id"::text as "id") record$46)
    from "screening_item" screening_item$45
    where screening_item$45.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$48)
      from (
        select screening_hit$47."id"::text as "id") record$48)
    from "screening_hit" screening_hit$47
    where screening_hit$47.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$50)
      from (
        select screening_instruction$49."id"::text as "id") record$50)
    from "screening_instruction" screening_instruction$49
    where screening_instruction$49.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$52)
      from (
        select feedback$51."id"::text as "id") record$52)
    from "feedback" feedback$51
    where feedback$51.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$54)
      from (
        select government_debtor_snapshot$53."id"::text as "id") record$54)
    from "government_debtor_snapshot" government_debtor_snapshot$53
    where government_debtor_snapshot$53.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$56)
      from (
        select government_debtor_entry$55."id"::text as "id") record$56)
    from "government_debtor_entry" government_debtor_entry$55
    where government_debtor_entry$55.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$58)
      from (
        select work_day$57."id"::text as "id") record$58)
    from "work_day" work_day$57
    where work_day$57.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($4::uuid[]) with ordinality named$1(value, place)))

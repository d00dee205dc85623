select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$16
    where rule$16.subject_id = subject$1.id and (rule$16.court_code = any($4::text[]) or subject$1.area_code is null and rule$16.court_code = any(array(
      select rule$17.code
      from unnest($3::text[]) rule$20(code) join court rule$17 on rule$17.area_code between rule$20.code and rule$20.code || '~')))) or exists (
    select
    from listing rule$18
    where rule$18.subject_id = subject$1.id and (rule$18.court_code = any($4::text[]) or subject$1.area_code is null and rule$18.kind <> 'SERIOUS_DISHONESTY' and rule$18.state = 'PUBLISHED' and (rule$18.term_ends_on is null or rule$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$18.court_code = any(array(
      select rule$19.code
      from unnest($3::text[]) rule$21(code) join court rule$19 on rule$19.area_code between rule$21.code and rule$21.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'idNumber', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$22
    where rule$22.subject_id = subject$1.id and (rule$22.court_code = any($4::text[]) or subject$1.area_code is null and rule$22.court_code = any(array(
      select rule$23.code
      from unnest($3::text[]) rule$26(code) join court rule$23 on rule$23.area_code between rule$26.code and rule$26.code || '~')))) or exists (
    select
    from listing rule$24
    where rule$24.subject_id = subject$1.id and (rule$24.court_code = any($4::text[]) or subject$1.area_code is null and rule$24.kind <> 'SERIOUS_DISHONESTY' and rule$24.state = 'PUBLISHED' and (rule$24.term_ends_on is null or rule$24.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$24.court_code = any(array(
      select rule$25.code
      from unnest($3::text[]) rule$27(code) join court rule$25 on rule$25.area_code between rule$27.code and rule$27.code || '~'))))) then case when subject$1."id_number_masked" is not null then repeat('*', 18) end else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end, 'birthDate', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$28
    where rule$28.subject_id = subject$1.id and (rule$28.court_code = any($4::text[]) or subject$1.area_code is null and rule$28.court_code = any(array(
      select rule$29.code
      from unnest($3::text[]) rule$32(code) join court rule$29 on rule$29.area_code between rule$32.code and rule$32.code || '~')))) or exists (
    select
    from listing rule$30
    where rule$30.subject_id = subject$1.id and (rule$30.court_code = any($4::text[]) or subject$1.area_code is null and rule$30.kind <> 'SERIOUS_DISHONESTY' and rule$30.state = 'PUBLISHED' and (rule$30.term_ends_on is null or rule$30.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$30.court_code = any(array(
      select rule$31.code
      from unnest($3::text[]) rule$33(code) join court rule$31 on rule$31.area_code between rule$33.code and rule$33.code || '~'))))) then coalesce(to_json(subject$1."birth_date"), case when subject$1.erased_at is not null then to_json($5::text || 'e0@') end) else null end, 'sex', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$34
    where rule$34.subject_id = subject$1.id and (rule$34.court_code = any($4::text[]) or subject$1.area_code is null and rule$34.court_code = any(array(
      select rule$35.code
      from unnest($3::text[]) rule$38(code) join court rule$35 on rule$35.area_code between rule$38.code and rule$38.code || '~')))) or exists (
    select
    from listing rule$36
    where rule$36.subject_id = subject$1.id and (rule$36.court_code = any($4::text[]) or subject$1.area_code is null and rule$36.kind <> 'SERIOUS_DISHONESTY' and rule$36.state = 'PUBLISHED' and (rule$36.term_ends_on is null or rule$36.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$36.court_code = any(array(
      select rule$37.code
      from unnest($3::text[]) rule$39(code) join court rule$37 on rule$37.area_code between rule$39.code and rule$39.code || '~'))))) then coalesce(to_json(subject$1."sex"), case when subject$1.erased_at is not null then to_json($5::text || 'e1@') end) else null end, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and ((known$2."kind" in ('SX') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
      select rule$4.area_code
      from subject rule$4
      where rule$4.id = known$2.subject_id), (
      select rule$3.area_code
      from court rule$3
      where rule$3.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))))) or (known$2."kind" in ('CONSUMPTION_RESTRICTION') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
      select rule$6.area_code
      from subject rule$6
      where rule$6.id = known$2.subject_id), (
      select rule$5.area_code
      from court rule$5
      where rule$5.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[])))))) offset 0) or exists (
    select
    from "enforcement_case" known$7
    where known$7."subject_id" = subject$1.id and (((coalesce((
      select rule$9.area_code
      from subject rule$9
      where rule$9.id = known$7.subject_id), (
      select rule$8.area_code
      from court rule$8
      where rule$8.code = known$7.court_code)) ^@ any($3::text[]) or known$7.court_code = any($4::text[])))) offset 0) or exists (
    select
    from "terminated_case" known$10
    where known$10."subject_id" = subject$1.id and (((coalesce((
      select rule$12.area_code
      from subject rule$12
      where rule$12.id = known$10.subject_id), (
      select rule$11.area_code
      from court rule$11
      where rule$11.code = known$10.court_code)) ^@ any($3::text[]) or known$10.court_code = any($4::text[])))) offset 0) or exists (
    select
    from "honest_listing" known$13
    where known$13."subject_id" = subject$1.id and (((known$13.subject_kind <> 'NATURAL_PERSON')) or ((known$13.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$15.area_code
      from subject rule$15
      where rule$15.id = known$13.subject_id), (
      select rule$14.area_code
      from court rule$14
      where rule$14.code = known$13.court_code)) ^@ any($3::text[]) or known$13.court_code = any($4::text[])))) offset 0)))
  limit 1))

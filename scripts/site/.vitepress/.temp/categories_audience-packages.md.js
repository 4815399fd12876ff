import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"人群包","description":"人群包：命名的客户集合，供后续运营使用。","frontmatter":{"title":"人群包","description":"人群包：命名的客户集合，供后续运营使用。","layout":"category","view":{"title":"人群包","description":"人群包：命名的客户集合，供后续运营使用。","operations":[{"id":"externalUserPackageAdd","title":"创建人群包","method":"POST","path":"/open-api/external_user_package/add","call":"externalUserPackage.add"},{"id":"externalUserPackageAddData","title":"创建的人群包中添加数据","method":"POST","path":"/open-api/external_user_package/add_data","call":"externalUserPackage.addData"},{"id":"externalUserPackageDataList","title":"获取人群包数据详情","method":"GET","path":"/open-api/external_user_package/data_list","call":"externalUserPackage.dataList"},{"id":"externalUserPackageList","title":"人群包列表获取","method":"POST","path":"/open-api/external_user_package/list","call":"externalUserPackage.list"},{"id":"externalUserPackageUpdate","title":"更新人群包","method":"POST","path":"/open-api/external_user_package/update","call":"externalUserPackage.update"}]}},"headers":[],"relativePath":"categories/audience-packages.md","filePath":"categories/audience-packages.md"}');
const _sfc_main = { name: "categories/audience-packages.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/audience-packages.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const audiencePackages = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  audiencePackages as default
};
